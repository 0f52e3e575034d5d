namespace Training.Sanctions;

/// <summary>
/// Conduct that the law exempts from sanctions. It applies if every condition holds; a condition holds if any of its questions is answered with yes.
/// </summary>
internal sealed record Exemption(string Name, string Citation, string Title, IReadOnlyList<Condition> Conditions)
{
    public IEnumerable<ExemptionQuestion> Questions =>
        Conditions.SelectMany(condition => condition.Questions).Select(question => new ExemptionQuestion(question.Id, question.Text, Citation));

    public bool Applies(IReadOnlySet<string> answeredYes) =>
        Conditions.All(condition => condition.Questions.Any(question => answeredYes.Contains(question.Id)));
}

internal sealed record Condition(string Name, IReadOnlyList<Question> Questions);

internal sealed record Question(string Id, string Text);

/// <summary>A question with the clause that asks it.</summary>
internal sealed record ExemptionQuestion(string Id, string Text, string Citation);
