using Microsoft.AspNetCore.Builder;
using Training.Hosting;
using Training.Messaging;
using Training.Reference;

var builder = WebApplication.CreateBuilder(args);
builder.AddHosting(builder.Configuration["AppId"] ?? "suggestions");
builder.AddReference();

var app = builder.Build();
app.MapHosting();
app.MapReference();
await app.RunOrMigrateAsync(args);
