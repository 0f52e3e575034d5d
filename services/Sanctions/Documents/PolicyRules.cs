namespace Training.Sanctions;

/// <summary>What must hold of a policy whose every part was readable. A finding here concerns the whole.</summary>
internal static class PolicyRules
{
    public static void Check(SanctionPolicy policy, PolicyFindings findings)
    {
        RequireEverything(policy, findings);
        RequireOneScheduleEach(policy, findings);
        RequireDifferentQuestions(policy, findings);
        RequireTheLegalExits(policy, findings);
    }

    private static void RequireEverything(SanctionPolicy policy, PolicyFindings findings)
    {
        foreach (var level in Enumerable.Range(1, SanctionPolicy.HighestLevel).Except(policy.Levels.Select(level => level.Number)))
            findings.Add(0, YamlSection.Missing, $"levels lacks level {level}.");
        if (policy.Violations.Count == 0)
            findings.Add(0, YamlSection.Missing, "The catalogue of violations is empty.");
    }

    private static void RequireOneScheduleEach(SanctionPolicy policy, PolicyFindings findings)
    {
        foreach (var constituency in Enum.GetValues<Constituency>())
        {
            var schedules = policy.Schedules.Where(schedule => schedule.For.Contains(constituency)).Select(schedule => schedule.Name).ToList();
            if (schedules.Count == 0)
                findings.Add(0, "NO_SCHEDULE", $"No schedule is for {constituency}: a violation by such a person could not be decided.");
            else if (schedules.Count > 1)
                findings.Add(0, "TWO_SCHEDULES", $"{constituency} is in the schedules {string.Join(" and ", schedules)}. Name it in one.");
        }
    }

    private static void RequireDifferentQuestions(SanctionPolicy policy, PolicyFindings findings)
    {
        foreach (var id in policy.Questions.GroupBy(question => question.Id).Where(same => same.Count() > 1).Select(same => same.Key))
            findings.Add(0, "DUPLICATE_QUESTION", $"Two questions are called '{id}'. Give each its own id: it is answered by it.");
    }

    private static void RequireTheLegalExits(SanctionPolicy policy, PolicyFindings findings)
    {
        foreach (var exemption in policy.Exemptions)
        {
            if (LegalExits.Limbs.All(limb => limb.Citation != exemption.Citation))
            {
                findings.Add(0, "NO_LEGAL_EXIT", $"'{exemption.Name}' cites {exemption.Citation}, which exempts nobody. 45 CFR 164.530(e)(1) knows 164.502(j) and "
                    + "164.530(g)(2) (160.316) only; good-faith access, for one, is decided as level 0 with reasons.");
            }
        }

        foreach (var limb in LegalExits.Limbs)
        {
            var exemptions = policy.Exemptions.Where(exemption => exemption.Citation == limb.Citation).ToList();
            if (exemptions.Count != 1)
                findings.Add(0, "LEGAL_EXIT_MISSING", $"One exemption cites {limb.Citation}, exactly so; the document has {exemptions.Count}.");
            else if (exemptions[0].Conditions.Count < limb.Conditions)
                findings.Add(0, "CONDITION_MISSING", $"{limb.Citation} has {limb.Conditions} conditions, '{exemptions[0].Name}' asks for {exemptions[0].Conditions.Count}: it would exempt whom the law does not.");
        }
    }
}
