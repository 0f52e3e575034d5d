using Google.Protobuf;
using Google.Protobuf.Reflection;
using Training.Contracts;

namespace Training.Architecture.Tests.Contracts;

/// <summary>Descriptors made by hand, for the failing twins.</summary>
internal static class SampleProto
{
    public static FileDescriptor File(string name, string? topic = null, MethodDescriptorProto? method = null, string? message = "CurriculumPublished")
    {
        var file = new FileDescriptorProto { Name = name, Package = "training.curricula.v1", Syntax = "proto3", Dependency = { "training/options.proto" } };
        if (message is not null)
        {
            file.MessageType.Add(new DescriptorProto
            {
                Name = message,
                Field = { new FieldDescriptorProto { Name = "version", Number = 1, JsonName = "version", Type = FieldDescriptorProto.Types.Type.Int32, Label = FieldDescriptorProto.Types.Label.Optional } },
            });
        }

        if (topic is not null)
        {
            file.Options = new Google.Protobuf.Reflection.FileOptions();
            file.Options.SetExtension(OptionsExtensions.Topic, topic);
        }

        if (method is not null)
            file.Service.Add(new ServiceDescriptorProto { Name = "Curricula", Method = { method } });
        return Build(file);
    }

    public static MethodDescriptorProto Method(string name, bool isQuery = false, params Role[] roles)
    {
        var options = new MethodOptions();
        if (isQuery)
            options.IdempotencyLevel = MethodOptions.Types.IdempotencyLevel.NoSideEffects;
        foreach (var role in roles)
            options.GetOrInitializeExtension(OptionsExtensions.Roles).Add(role);
        const string type = ".training.curricula.v1.CurriculumPublished";
        return new MethodDescriptorProto { Name = name, InputType = type, OutputType = type, Options = options };
    }

    private static FileDescriptor Build(FileDescriptorProto file) =>
        FileDescriptor.BuildFromByteStrings(
            [DescriptorReflection.Descriptor.SerializedData, OptionsReflection.Descriptor.SerializedData, file.ToByteString()],
            new ExtensionRegistry { OptionsExtensions.Roles, OptionsExtensions.Topic })[^1];
}
