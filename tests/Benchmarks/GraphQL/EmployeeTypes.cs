using HotChocolate;
using HotChocolate.Types;

namespace Training.Benchmarks.GraphQL;

[QueryType]
internal static partial class EmployeeQueries
{
    public static IReadOnlyList<Employee> GetEmployees(int first) => new ArraySegment<Employee>(EmployeeData.AllEmployees, 0, first);
}

[ObjectType<Employee>]
internal static partial class EmployeeNode
{
    public static Assignment[] GetAssignments([Parent] Employee employee) => EmployeeData.AssignmentsByEmployee[employee.Id];
}

[ObjectType<Assignment>]
internal static partial class AssignmentNode
{
    public static Curriculum GetCurriculum([Parent] Assignment assignment) => EmployeeData.CurriculumById[assignment.CurriculumNumber];
}
