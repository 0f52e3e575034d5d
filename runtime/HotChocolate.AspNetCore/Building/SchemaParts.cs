using HotChocolate.Execution.Configuration;
using HotChocolate.Types.Pagination;
using HotChocolate.Types.Relay;
using Microsoft.Extensions.DependencyInjection;

namespace HotChocolate.Building;

/// <summary>What a schema is built with; the parts need each other.</summary>
internal sealed class SchemaParts
{
    public SchemaParts(SchemaSetup setup, IServiceProviderIsService? services)
    {
        Setup = setup;
        Registry = new TypeRegistry();
        Words = new Words(setup.Options.UseXmlDocumentation);
        Leafs = new LeafTypes(Registry, Words);
        Inputs = new InputTypes(Registry, Leafs, Words);
        Parameters = new ParameterBinder(Inputs, services);
        Extensions = new Extensions(setup.Types);
        Nodes = new NodeTypes(this);
        Fields = new FieldFactory(this);
        Connections = new ConnectionTypes(this);
        Outputs = new OutputTypes(this);
    }

    public SchemaSetup Setup { get; }

    public TypeRegistry Registry { get; }

    public Words Words { get; }

    public LeafTypes Leafs { get; }

    public InputTypes Inputs { get; }

    public ParameterBinder Parameters { get; }

    public Extensions Extensions { get; }

    public NodeTypes Nodes { get; }

    public FieldFactory Fields { get; }

    public ConnectionTypes Connections { get; }

    public OutputTypes Outputs { get; }
}
