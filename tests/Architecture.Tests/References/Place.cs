namespace Training.Architecture.Tests.References;

/// <summary>A place in the tree for which rules are stated.</summary>
internal enum Place
{
    Runtime,
    LocalSidecar,
    Contracts,
    Hosting,
    Messaging,
    DesignTime,
    Service,
    Gateway,
    Web,
    AppHost,
    Tests,
}

internal static class Places
{
    /// <summary>Where a file or project belongs. The reference service is a service that happens to live with the tests.</summary>
    /// <exception cref="ArgumentException">It belongs nowhere: the tree of the house does not know its folder.</exception>
    public static Place Of(string path) => path.Split('/') switch
    {
        ["runtime", "LocalSidecar", ..] => Place.LocalSidecar,
        ["runtime", ..] => Place.Runtime,
        ["contracts", ..] => Place.Contracts,
        ["services", "Platform", "Hosting", ..] => Place.Hosting,
        ["services", "Platform", "Messaging", ..] => Place.Messaging,
        ["services", "Platform", "DesignTime", ..] => Place.DesignTime,
        ["services", not "Platform", _, ..] or ["tests", "Reference", ..] => Place.Service,
        ["gateway", ..] => Place.Gateway,
        ["web", ..] => Place.Web,
        ["apphost", ..] => Place.AppHost,
        ["tests", _, _, ..] => Place.Tests,
        _ => throw new ArgumentException($"{path} is in no folder of the house; put it where it belongs, or give its folder a row in Places and in ReferenceRule."),
    };
}
