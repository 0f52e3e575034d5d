using Microsoft.AspNetCore.Builder;
using Training.Scenarios;
using Training.Hosting;
using Training.Messaging;

var builder = WebApplication.CreateBuilder(args);
builder.AddHosting("scenarios");
builder.AddScenarios();

var app = builder.Build();
app.MapHosting();
app.MapScenarios();
await app.RunOrMigrateAsync(args);
