using System.Reflection;
using Google.Protobuf.Reflection;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace Grpc.AspNetCore.Server.Reflection.Internal;

/// <summary>What the application's gRPC endpoints are described by: services, files, symbols, extensions. Made once, when first asked.</summary>
internal sealed class DescriptorIndex(EndpointDataSource endpoints, ILogger<DescriptorIndex> log)
{
    private readonly Lazy<Contents> _contents = new(() => new Contents(FindServices(endpoints, log)));

    public IEnumerable<string> Services => _contents.Value.Services;

    public FileDescriptor? FileByName(string name) => _contents.Value.Files.GetValueOrDefault(name);

    public FileDescriptor? FileOfSymbol(string fullName) => _contents.Value.Symbols.GetValueOrDefault(fullName);

    public FileDescriptor? FileOfExtension(string message, int number) =>
        _contents.Value.Extensions.GetValueOrDefault(message)?.GetValueOrDefault(number);

    /// <summary>The numbers of a message's extensions, or null when there is no such message.</summary>
    public IReadOnlyCollection<int>? ExtensionsOf(string message)
    {
        if (_contents.Value.Extensions.TryGetValue(message, out var found))
            return found.Keys;
        return _contents.Value.Symbols.ContainsKey(message) ? [] : null;
    }

    private static IEnumerable<ServiceDescriptor> FindServices(EndpointDataSource endpoints, ILogger log)
    {
        var types = endpoints.Endpoints.Select(endpoint => endpoint.Metadata.GetMetadata<GrpcMethodMetadata>()?.ServiceType).OfType<Type>().Distinct();
        foreach (var type in types)
        {
            if (DescriptorOf(type) is { } descriptor)
                yield return descriptor;
            else
                log.ServiceDescriptorNotResolved(type);
        }
    }

    /// <summary>Grpc.Tools nests the service's base class into the class that holds the descriptor.</summary>
    private static ServiceDescriptor? DescriptorOf(Type service)
    {
        for (var type = service; type is not null; type = type.BaseType)
        {
            if (type.DeclaringType?.GetProperty("Descriptor", BindingFlags.Public | BindingFlags.Static)?.GetValue(null) is ServiceDescriptor found)
                return found;
        }

        return null;
    }

    private sealed class Contents
    {
        public Contents(IEnumerable<ServiceDescriptor> services)
        {
            foreach (var service in services)
            {
                Services.Add(service.FullName);
                Add(service.File);
            }
        }

        public SortedSet<string> Services { get; } = new(StringComparer.Ordinal);

        public Dictionary<string, FileDescriptor> Files { get; } = new(StringComparer.Ordinal);

        public Dictionary<string, FileDescriptor> Symbols { get; } = new(StringComparer.Ordinal);

        public Dictionary<string, SortedDictionary<int, FileDescriptor>> Extensions { get; } = new(StringComparer.Ordinal);

        private void Add(FileDescriptor file)
        {
            if (!Files.TryAdd(file.Name, file))
                return;
            foreach (var dependency in file.Dependencies)
                Add(dependency);
            foreach (var service in file.Services)
            {
                Symbols.TryAdd(service.FullName, file);
                foreach (var method in service.Methods)
                    Symbols.TryAdd(method.FullName, file);
            }

            foreach (var message in file.MessageTypes)
                Add(message);
            foreach (var type in file.EnumTypes)
                Add(type);
            Add(file.Extensions);
        }

        private void Add(MessageDescriptor message)
        {
            Symbols.TryAdd(message.FullName, message.File);
            foreach (var field in message.Fields.InDeclarationOrder())
                Symbols.TryAdd(field.FullName, message.File);
            foreach (var oneof in message.Oneofs)
                Symbols.TryAdd(oneof.FullName, message.File);
            foreach (var nested in message.NestedTypes)
                Add(nested);
            foreach (var type in message.EnumTypes)
                Add(type);
            Add(message.Extensions);
        }

        private void Add(EnumDescriptor type)
        {
            Symbols.TryAdd(type.FullName, type.File);
            foreach (var value in type.Values)
                Symbols.TryAdd(value.FullName, type.File);
        }

        private void Add(ExtensionCollection extensions)
        {
            foreach (var extension in extensions.UnorderedExtensions)
            {
                Symbols.TryAdd(extension.FullName, extension.File);
                var message = extension.ExtendeeType.FullName;
                if (!Extensions.TryGetValue(message, out var numbers))
                    Extensions[message] = numbers = [];
                numbers.TryAdd(extension.FieldNumber, extension.File);
            }
        }
    }
}
