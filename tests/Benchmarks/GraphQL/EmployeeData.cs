namespace Training.Benchmarks.GraphQL;

/// <summary>What every contender answers from: 50 employees, 10 assignments each, 20 curricula.</summary>
internal static class EmployeeData
{
    public const int Employees = 50;
    public const int AssignmentsOfEach = 10;
    private const int Curricula = 20;

    private static readonly DateOnly FirstDue = new(2026, 1, 1);

    public static Curriculum[] CurriculumById { get; } =
        [.. Enumerable.Range(0, Curricula).Select(i => new Curriculum($"curriculum-{i}", $"Yearly refresher, part {i}", 30 + i))];

    public static Employee[] AllEmployees { get; } =
        [.. Enumerable.Range(0, Employees).Select(i => new Employee($"employee-{i}", $"Employée Number {i}", $"employee.{i}@hospital.example", i % 2 == 0))];

    public static Dictionary<string, Assignment[]> AssignmentsByEmployee { get; } = AllEmployees.ToDictionary(employee => employee.Id, employee => Enumerable
        .Range(0, AssignmentsOfEach)
        .Select(i => new Assignment($"{employee.Id}-assignment-{i}", i % 3 == 0 ? AssignmentStatus.Done : AssignmentStatus.Open, FirstDue.AddDays(i), i * 10, i))
        .ToArray());
}

internal sealed record Employee(string Id, string Name, string Email, bool IsManager);

internal sealed record Assignment(string Id, AssignmentStatus Status, DateOnly Due, int Score, int CurriculumNumber);

internal sealed record Curriculum(string Id, string Title, int Minutes);

internal enum AssignmentStatus
{
    Open,
    Done,
}
