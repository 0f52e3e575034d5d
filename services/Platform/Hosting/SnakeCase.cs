using System.Text;

namespace Training.Hosting;

/// <summary>Names of our C# in the spelling of error codes.</summary>
internal static class SnakeCase
{
    /// <summary><c>CurriculumNotFound</c> → <c>CURRICULUM_NOT_FOUND</c>; <c>PHIExposure</c> → <c>PHI_EXPOSURE</c>.</summary>
    public static string Upper(string name)
    {
        var snake = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            if (i > 0 && StartsWord(name, i))
                snake.Append('_');
            snake.Append(char.ToUpperInvariant(name[i]));
        }

        return snake.ToString();
    }

    private static bool StartsWord(string name, int i) =>
        char.IsUpper(name[i])
        && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
}
