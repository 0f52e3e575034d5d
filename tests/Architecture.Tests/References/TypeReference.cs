using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Training.Architecture.Tests.References;

/// <summary>A type of another assembly that an assembly names.</summary>
internal sealed record TypeReference(string Assembly, string Namespace, string Name)
{
    /// <summary>Everything that a compiled assembly names, nested types by their outermost one.</summary>
    public static IReadOnlyList<TypeReference> Read(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        var metadata = file.GetMetadataReader();
        return
        [
            .. from handle in metadata.TypeReferences
               let type = metadata.GetTypeReference(handle)
               where type.ResolutionScope.Kind == HandleKind.AssemblyReference
               let assembly = metadata.GetAssemblyReference((AssemblyReferenceHandle)type.ResolutionScope)
               select new TypeReference(metadata.GetString(assembly.Name), metadata.GetString(type.Namespace), metadata.GetString(type.Name)),
        ];
    }
}
