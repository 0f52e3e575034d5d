using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Training.Messaging;

/// <summary>Tables and columns are named in snake_case on both databases, so that the same SQL reads the same rows without quotes.</summary>
internal static class SnakeCase
{
    public static void NameInSnakeCase(this ModelBuilder model)
    {
        foreach (var entity in model.Model.GetEntityTypes())
        {
            if (entity.GetTableName() is { } table)
                entity.SetTableName(Of(table));
            foreach (var property in entity.GetProperties())
                property.SetColumnName(Of(property.GetColumnName()));
        }
    }

    internal static string Of(string name)
    {
        var text = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            if (char.IsUpper(name[i]) && i > 0 && name[i - 1] != '_' && !char.IsUpper(name[i - 1]))
                text.Append('_');
            text.Append(char.ToLowerInvariant(name[i]));
        }
        return text.ToString();
    }
}
