using System.Collections.Frozen;
using Training.Contracts;

namespace Training.Hosting;

/// <summary>How tokens spell the roles: the contract's names in kebab case, <c>privacy-officer</c>.</summary>
internal static class RoleNames
{
    private static readonly FrozenDictionary<string, Role> ByName = Enum.GetValues<Role>()
        .Where(role => role != Role.Unspecified)
        .ToFrozenDictionary(role => SnakeCase.Upper(role.ToString()).Replace('_', '-').ToLowerInvariant());

    private static readonly FrozenDictionary<Role, string> ByRole = ByName.ToFrozenDictionary(entry => entry.Value, entry => entry.Key);

    /// <summary>Every name, for messages.</summary>
    public static string All { get; } = string.Join(", ", ByRole.OrderBy(entry => entry.Key).Select(entry => entry.Value));

    public static string Of(Role role) => ByRole[role];

    public static bool TryParse(string name, out Role role) => ByName.TryGetValue(name, out role);
}
