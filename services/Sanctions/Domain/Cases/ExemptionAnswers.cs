namespace Training.Sanctions;

/// <summary>Every question of the policy is answered once: a gate with a door left out is none.</summary>
internal static class ExemptionAnswers
{
    public static void Check(IReadOnlyList<Answer> answers, SanctionPolicy policy)
    {
        var asked = policy.Questions.Select(question => question.Id).ToHashSet(StringComparer.Ordinal);
        var answered = new HashSet<string>(StringComparer.Ordinal);
        foreach (var answer in answers)
        {
            if (!asked.Contains(answer.Question))
                throw new QuestionNotAsked(policy);
            if (!answered.Add(answer.Question))
                throw new QuestionAnsweredTwice(answer.Question);
        }

        if (answered.Count < asked.Count)
            throw new QuestionsUnanswered([.. policy.Questions.Select(question => question.Id).Where(id => !answered.Contains(id))]);
    }
}
