using Microsoft.AspNetCore.Builder;
using Training.Sanctions;
using Training.Hosting;
using Training.Messaging;

var builder = WebApplication.CreateBuilder(args);
builder.AddHosting("sanctions");
builder.AddSanctions();

var app = builder.Build();
app.MapHosting();
app.MapSanctions();
await app.RunOrMigrateAsync(args);
