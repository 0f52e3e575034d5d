using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;
using Training.Gateway;
using Training.Hosting;

var builder = WebApplication.CreateBuilder(args);
builder.AddWebHosting("gateway");
builder.AddGateway();

var app = builder.Build();
app.MapWebHosting();
app.MapGateway();
return await app.RunWithGraphQLCommandsAsync(args);
