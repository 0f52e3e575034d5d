using Microsoft.AspNetCore.Builder;
using Training.Curricula;
using Training.Hosting;
using Training.Messaging;

var builder = WebApplication.CreateBuilder(args);
builder.AddHosting("curricula");
builder.AddCurricula();

var app = builder.Build();
app.MapHosting();
app.MapCurricula();
await app.RunOrMigrateAsync(args);
