using System.Text.Json;

namespace HotChocolate.Execution;

/// <summary>Writes errors as answers have them (specification, section 7.1.2).</summary>
internal static class ErrorWriter
{
    public static void Errors(this JsonBuffer json, IReadOnlyList<GraphQLError> errors)
    {
        json.Raw("\"errors\":["u8);
        for (var i = 0; i < errors.Count; i++)
        {
            if (i > 0)
                json.Raw((byte)',');
            json.Error(errors[i]);
        }

        json.Raw((byte)']');
    }

    private static void Error(this JsonBuffer json, GraphQLError error)
    {
        json.Raw("{\"message\":"u8);
        json.String(error.Message);
        if (error.Locations.Count > 0)
            json.Locations(error.Locations);
        if (error.Path is { } path)
            json.Path(path);
        if (error.Code is not null || error.Extensions is { Count: > 0 })
            json.Extensions(error);
        json.Raw((byte)'}');
    }

    private static void Locations(this JsonBuffer json, IReadOnlyList<SourceLocation> locations)
    {
        json.Raw(",\"locations\":["u8);
        for (var i = 0; i < locations.Count; i++)
        {
            json.Raw(i == 0 ? "{\"line\":"u8 : ",{\"line\":"u8);
            json.Number(locations[i].Line);
            json.Raw(",\"column\":"u8);
            json.Number(locations[i].Column);
            json.Raw((byte)'}');
        }

        json.Raw((byte)']');
    }

    private static void Path(this JsonBuffer json, IReadOnlyList<object> path)
    {
        json.Raw(",\"path\":["u8);
        for (var i = 0; i < path.Count; i++)
        {
            if (i > 0)
                json.Raw((byte)',');
            if (path[i] is int position)
                json.Number(position);
            else
                json.String((string)path[i]);
        }

        json.Raw((byte)']');
    }

    private static void Extensions(this JsonBuffer json, GraphQLError error)
    {
        json.Raw(",\"extensions\":{"u8);
        if (error.Code is { } code)
        {
            json.Raw("\"code\":"u8);
            json.String(code);
        }

        var isFirst = error.Code is null;
        foreach (var (name, value) in error.Extensions ?? new Dictionary<string, object?>())
        {
            if (name == "code" && error.Code is not null)
                continue;
            if (!isFirst)
                json.Raw((byte)',');
            isFirst = false;
            json.String(name);
            json.Raw((byte)':');
            json.Raw(JsonSerializer.SerializeToUtf8Bytes(value));
        }

        json.Raw((byte)'}');
    }
}
