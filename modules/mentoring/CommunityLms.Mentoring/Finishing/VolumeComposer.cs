using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Web.Localization;
using CommunityLms.Mentoring.Contracting;
using CommunityLms.Mentoring.Data;
using CommunityLms.Mentoring.Journey;
using CommunityLms.Mentoring.Programmes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CommunityLms.Mentoring.Finishing;

/// <summary>Collects what a pair did into a volume, in the reader's language: what was agreed, how the stages went, what was accepted, every contact.</summary>
internal sealed class VolumeComposer(MentoringDbContext db, JourneyQueries journeys, IPeople people, ITeaching teaching, IOrganisation organisation, Dates dates, IStringLocalizer<MentoringModule> texts) : IScopedDependency
{
    /// <param name="contract">Loaded whole; whoever asks answers for who may read it.</param>
    public async Task<Volume> Compose(Contract contract, CancellationToken cancel)
    {
        var names = await people.Find([contract.MentorId, contract.TraineeId], cancel);
        var (mentor, trainee) = (names[contract.MentorId].Name.ToString(), names[contract.TraineeId].Name.ToString());
        var programme = await db.Programmes.Where(p => p.Id == contract.ProgrammeId).Select(p => p.Name).SingleAsync(cancel);
        var subject = (await teaching.Subjects(cancel))[contract.SubjectId].Name;
        var accepted = await db.Evidence.AsNoTracking().Include(e => e.Rounds).Where(e => e.ContractId == contract.Id && e.AcceptedAt != null && e.VoidedFor == null).OrderBy(e => e.Activity).ThenBy(e => e.On).ThenBy(e => e.Id).ToListAsync(cancel);
        var contacts = await db.Contacts.AsNoTracking().Where(c => c.ContractId == contract.Id).OrderBy(c => c.On).ThenBy(c => c.Id).ToListAsync(cancel);
        var quotas = (await journeys.Of(contract, cancel)).Quotas;
        return new((await organisation.Tree(cancel)).Root?.Name.ToString() ?? "", texts["{0} with {1}", trainee, mentor], string.Join(texts[", "], programme, subject.ToString(), dates.Span(contract.From, contract.To)),
            [.. Agreed(contract), .. Stages(contract), .. Conclusions(contract), .. Done(accepted, mentor, trainee), .. Counted(quotas), .. Log(contacts)]);
    }

    private IEnumerable<VolumePart> Agreed(Contract contract)
    {
        yield return new(1, texts["What was agreed"]);
        foreach (var kind in Enum.GetValues<DecisionKind>())
            if (contract.InForce(kind) is { } decision)
                yield return new(2, ContractWords.Of(texts, kind), Text: string.Join('\n', decision.ReadGoals().Select(g => texts["Stage {0}: {1} – seen by: {2}", g.Stage, g.Goal, g.Measure].Value).Prepend(decision.Text)));
        if (contract.Terms is not null)
            yield return new(2, texts["Terms"], Text: contract.Terms);
        var confirmed = contract.Confirmations.Where(c => c.Counts(contract.Amendment) && c.Step != ContractStep.Midterm).OrderBy(c => c.At).ToList();
        if (confirmed.Count > 0)
            yield return new(2, texts["Signatures and seals"], Table: new([texts["Who"], texts["When"]], [.. confirmed.Select(c => (IReadOnlyList<string>)[c.SealName ?? c.Who, c.ValidUntil is { } last ? texts["{0}, valid until {1}", dates.ExactDay(c.At), dates.Exactly(last)] : dates.ExactDay(c.At)])]));
    }

    private IEnumerable<VolumePart> Stages(Contract contract)
    {
        yield return new(1, texts["Stages"]);
        foreach (var stage in contract.Stages.OrderBy(s => s.Number))
            yield return new(2, stage.Name, dates.Span(stage.From, stage.To), Said(stage.MentorReview, stage.TraineeReview));
    }

    private IEnumerable<VolumePart> Conclusions(Contract contract) =>
        Said(contract.MentorConclusion, contract.TraineeConclusion) is { Length: > 0 } said ? [new(1, texts["Looking back on the whole"], Text: said)] : [];

    private string Said(string? mentor, string? trainee) => string.Join('\n',
        new[] { (Who: texts["Mentor"], Words: mentor), (Who: texts["Trainee"], Words: trainee) }.Where(s => s.Words is not null).Select(s => texts["{0}: {1}", s.Who.Value, s.Words!].Value));

    private IEnumerable<VolumePart> Done(IEnumerable<Evidence> accepted, string mentor, string trainee)
    {
        foreach (var activity in accepted.GroupBy(e => e.Activity, StringComparer.Ordinal))
        {
            yield return new(1, activity.Key);
            foreach (var one in activity)
                yield return new(2, one.Title, string.Join(texts[", "], one.By == Side.Mentor ? mentor : trainee, dates.Exactly(one.On), texts["{0} characters", one.Characters].Value), one.Text ?? one.Link);
        }
    }

    private IEnumerable<VolumePart> Counted(IEnumerable<Quota> quotas) =>
    [
        new(1, texts["What each side has to do"], Table: new([texts["Activity"], texts["Who"], texts["Accepted"], texts["Asked for"]],
            [.. quotas.Select(q => (IReadOnlyList<string>)[q.Activity, q.Side == Side.Mentor ? texts["Mentor"] : texts["Trainee"], Number(q.Accepted), Number(q.Asked)])])),
    ];

    private IEnumerable<VolumePart> Log(List<Contact> contacts) => contacts.Count == 0 ? [] :
    [
        new(1, texts["Contact log"], Table: new([texts["Day"], texts["Kind"], texts["Minutes"], texts["Place"], texts["What it was about"]],
            [.. contacts.Select(c => (IReadOnlyList<string>)[dates.Exactly(c.On), texts[c.Kind.ToString()], Number(c.Minutes), c.Place ?? "", c.Topic])])),
    ];

    private static string Number(int value) => value.ToString("N0", System.Globalization.CultureInfo.CurrentCulture);
}
