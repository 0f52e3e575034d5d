namespace Training.Scenarios.Tests;

/// <summary>A short scenario that may be published, and ways to spoil it: two decisions, a scene that only follows a mistake, two endings.</summary>
internal static class SampleDocument
{
    public const string Text = """
        code: faxing-sample
        title: The referral fax
        family: F
        variant: registration
        minutes: 6
        pass: { violations: 0, risky: 1 }
        start: number
        scenes:
          number:
            decision: F1
            title: A fax number from an old referral
            competency: verify-destination
            teaches: [P01]
            situation: |
              A cardiologist's office asks for yesterday's echo report. The only fax number you have is on a referral that is three years old.
            choices:
              confirm:
                text: Call the office on its directory number and ask for the fax number.
                outcome: best
                consequence: The office has moved. You get the new number and the report arrives where it is read.
                rule: Reasonable safeguards mean that you know where a fax goes before you send it.
                citation: 45 CFR 164.530(c)
                next: tray
              cover:
                text: Send it to the old number with a cover sheet.
                outcome: risky
                consequence: Nobody answers. You cannot say on whose desk the report lies now.
                rule: A cover sheet does not correct a wrong number.
                citation: 45 CFR 164.530(c)
                next: doubt
              send:
                text: Send it to the old number at once, the patient is waiting.
                outcome: violation
                violation: P01
                consequence: A travel agency calls and reads you the patient's name from page one.
                rule: A disclosure to somebody who has nothing to do with the care is not permitted.
                citation: 45 CFR 164.502(a); 45 CFR 164.530(c)
                next: tray
          doubt:
            title: The number is silent
            competency: mitigate-early
            teaches: []
            situation: |
              Ten minutes later there is still no confirmation from the cardiologist's office, and the machine says that all pages were sent.
            choices:
              ask:
                text: Call the office now and ask whether the pages have come.
                outcome: best
                consequence: They have not. The privacy office has the case within the hour and finds the machine.
                rule: Known harm is mitigated as far as practicable, and that begins with knowing.
                citation: 45 CFR 164.530(f)
                next: tray
              hope:
                text: Take the machine's word for it and go on with the queue.
                outcome: acceptable
                consequence: The office calls in the afternoon to ask where the report is, and you begin to search then.
                rule: The house asks for a confirmation of every fax that went to an unverified number.
                citation: policy
                next: tray
          tray:
            decision: F2
            title: Somebody else's printout
            competency: paper-in-common-areas
            teaches: [P03]
            situation: |
              In the tray below your own pages lies a medication list of a patient whom you do not know. The nurse who printed it is not in sight.
            choices:
              return:
                text: Bring the list to its nurse, or to the secure bin, and say where it lay.
                outcome: best
                consequence: The nurse had printed to the wrong tray twice this week. Now the default is corrected.
                rule: Whoever finds paper with patient data takes it out of sight and says so.
                citation: 45 CFR 164.530(c)
                next: done
              leave:
                text: Leave the list in the tray for whoever printed it.
                outcome: risky
                consequence: A visitor who asks for directions reads it while you look up the ward.
                rule: What lies in the open is not safeguarded.
                citation: 45 CFR 164.530(c)
                next: done
              home:
                text: Put it in your bag and look after it tomorrow.
                outcome: violation
                violation: P03
                consequence: The bag stands open on the bus. The list is missing when you get home.
                rule: Paper with patient data does not leave the building without a reason.
                citation: 45 CFR 164.530(c)
                next: late
        endings:
          done: { title: The queue is empty, debrief: "A fax is safe when the number is known and the paper is in hand: both took you a minute." }
          late: { title: The list is gone, debrief: "What leaves the building in a bag is out of everybody's control: the minute at the bin was the cheap one." }
        """;

    /// <summary>The sample with one text replaced by another.</summary>
    public static string With(string text, string replacement)
    {
        Assert.Contains(text, Text, StringComparison.Ordinal);
        return Text.Replace(text, replacement, StringComparison.Ordinal);
    }
}
