using System.Reflection;
using Microsoft.Extensions.Hosting;
using Training.DesignTime;

// dotnet-ef runs this until the host is built and asks its services for the contexts.
var service = Environment.GetEnvironmentVariable("TRAINING_SERVICE_ASSEMBLY")
    ?? throw new InvalidOperationException("This program is for dotnet-ef: use `make new-migration service=… name=…`.");
var builder = Host.CreateApplicationBuilder(args);
builder.Services.AddContextsOf(Assembly.Load(service));
builder.Build();
