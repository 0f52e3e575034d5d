using Microsoft.AspNetCore.Builder;
using Training.Workforce;
using Training.Hosting;
using Training.Messaging;

var builder = WebApplication.CreateBuilder(args);
builder.AddHosting("workforce");
builder.AddWorkforce();

var app = builder.Build();
app.MapHosting();
app.MapWorkforce();
await app.RunOrMigrateAsync(args);
