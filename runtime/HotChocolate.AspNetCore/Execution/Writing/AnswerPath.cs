namespace HotChocolate.Execution;

/// <summary>Where in the answer is being written.</summary>
internal sealed class AnswerPath
{
    private (string? Name, int Position)[] _segments = new (string?, int)[16];

    public int Depth { get; set; }

    /// <summary>Where in the list that was entered last.</summary>
    public int Position
    {
        set => _segments[Depth - 1].Position = value;
    }

    public void Enter(string name) => Next() = (name, 0);

    public void EnterList() => Next() = (null, 0);

    public void Leave() => Depth--;

    public IReadOnlyList<object> ToList()
    {
        var path = new object[Depth];
        for (var i = 0; i < path.Length; i++)
            path[i] = _segments[i].Name ?? (object)_segments[i].Position;
        return path;
    }

    private ref (string? Name, int Position) Next()
    {
        if (Depth == _segments.Length)
            Array.Resize(ref _segments, Depth * 2);
        return ref _segments[Depth++];
    }
}
