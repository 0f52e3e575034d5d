using WireStrand = Training.Curricula.V1.Strand;

namespace Training.Curricula.Tests;

/// <summary>The edge casts between the contract's enums and the domain's: a value that only one of them has must be noticed.</summary>
public sealed class ContractNumbersTests
{
    public static TheoryData<Type, Type> Pairs => new()
    {
        { typeof(Strand), typeof(WireStrand) },
        { typeof(CurriculumState), typeof(V1.CurriculumState) },
        { typeof(CitationStatus), typeof(V1.CitationStatus) },
        { typeof(Office), typeof(Workforce.V1.Office) },
        { typeof(PhiExposure), typeof(Workforce.V1.PhiExposure) },
        { typeof(Constituency), typeof(Workforce.V1.Constituency) },
    };

    [Theory, MemberData(nameof(Pairs))]
    public void Domain_has_the_contracts_values_by_name_and_number_without_the_unspecified(Type domain, Type wire) =>
        Assert.Equal(Values(wire).Where(value => value.Number != 0), Values(domain));

    private static IEnumerable<(string Name, int Number)> Values(Type type) => Enum.GetValues(type).Cast<object>().Select(value => (value.ToString()!, (int)value));
}
