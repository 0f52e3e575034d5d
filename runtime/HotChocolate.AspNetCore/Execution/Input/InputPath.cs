using System.Text;

namespace HotChocolate.Execution;

/// <summary>Where in a structured input value; errors tell it.</summary>
internal sealed record InputPath(InputPath? Parent, object Segment)
{
    public override string ToString()
    {
        var text = new StringBuilder();
        AppendTo(text);
        return text.ToString();
    }

    private void AppendTo(StringBuilder text)
    {
        Parent?.AppendTo(text);
        if (Segment is int)
            text.Append('[').Append(Segment).Append(']');
        else
            text.Append(Parent is null ? "" : ".").Append(Segment);
    }
}
