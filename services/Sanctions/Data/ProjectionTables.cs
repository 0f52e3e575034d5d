using Microsoft.EntityFrameworkCore;

namespace Training.Sanctions;

/// <summary>What other services told, as far as a case asks for it.</summary>
internal static class ProjectionTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Person>(person =>
        {
            person.ToTable("people");
            person.HasKey(p => new { p.Organisation, p.Id });
        });
        model.Entity<OfficerRegister>(register =>
        {
            register.ToTable("officer_registers");
            register.HasKey(r => r.Organisation);
        });
        model.Entity<ScenarioVersion>(scenario =>
        {
            scenario.ToTable("scenario_versions");
            scenario.HasKey(s => new { s.Organisation, s.Scenario, s.Version });
        });
        model.Entity<TaughtDecision>(decision =>
        {
            decision.ToTable("taught_decisions");
            decision.HasKey(d => new { d.Organisation, d.Scenario, d.Version, d.Scene, d.ViolationCode });
            decision.HasIndex(d => new { d.Organisation, d.ViolationCode });
            decision.HasIndex(d => new { d.Organisation, d.Decision });
        });
        model.Entity<FinishedRun>(run =>
        {
            run.ToTable("runs");
            run.HasKey(r => new { r.Organisation, r.Id });
            run.HasIndex(r => new { r.Organisation, r.Member, r.Scenario });
        });
        model.Entity<MadeChoice>(choice =>
        {
            choice.ToTable("choices");
            choice.HasKey(c => new { c.Organisation, c.Run, c.Step });
            choice.HasIndex(c => new { c.Organisation, c.Member, c.Scenario });
        });
    }
}
