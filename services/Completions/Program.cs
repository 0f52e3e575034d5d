using Microsoft.AspNetCore.Builder;
using Training.Completions;
using Training.Hosting;
using Training.Messaging;

var builder = WebApplication.CreateBuilder(args);
builder.AddHosting("completions");
builder.AddCompletions();

var app = builder.Build();
app.MapHosting();
app.MapCompletions();
await app.RunOrMigrateAsync(args);
