using System.Security.Cryptography;
using System.Text;
using HotChocolate.Language;
using HotChocolate.TypeSystem;

namespace HotChocolate.Execution;

/// <summary>A valid document and the plans of its operations.</summary>
internal sealed class PreparedDocument
{
    private readonly Lazy<string> _hash;

    public PreparedDocument(Schema schema, Members members, DocumentNode document)
    {
        Document = document;
        _hash = new Lazy<string>(() => $"sha256:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document.Text)))}");
        var fragments = document.Definitions.OfType<FragmentNode>().ToDictionary(fragment => fragment.Name.Value, StringComparer.Ordinal);
        var room = new PlanRoom();
        Operations = [.. document.Definitions.OfType<OperationNode>().Select(operation => new PreparedOperation(schema, members, document, fragments, room, operation))];
    }

    public DocumentNode Document { get; }

    public string Hash => _hash.Value;

    public IReadOnlyList<PreparedOperation> Operations { get; }

    /// <summary>GetOperation() (specification, section 6.1.1).</summary>
    /// <param name="name">Which; null or empty where there is only one.</param>
    /// <param name="error">Why none is found.</param>
    public PreparedOperation? Operation(string? name, out GraphQLError? error)
    {
        error = null;
        if (string.IsNullOrEmpty(name))
        {
            if (Operations.Count == 1)
                return Operations[0];
            error = new GraphQLError(
                Operations.Count == 0 ? "The document has no operation: begin with query, mutation or subscription." : "The document has several operations: say which in operationName.")
            {
                Code = ErrorCodes.OperationNotFound,
            };
            return null;
        }

        foreach (var operation in Operations)
        {
            if (operation.Node.Name?.Value == name)
                return operation;
        }

        error = new GraphQLError($"The document has no operation named \"{name}\".") { Code = ErrorCodes.OperationNotFound };
        return null;
    }
}

/// <summary>The plans that a document keeps stay together below so many fields: nobody can fill the memory with them.</summary>
internal sealed class PlanRoom
{
    private int _left = 2048;

    public bool TryTake(int fields)
    {
        if (Interlocked.Add(ref _left, -fields) >= 0)
            return true;
        Interlocked.Add(ref _left, fields);
        return false;
    }
}
