using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel;
using CommunityLms.Kernel.Seeding;
using CommunityLms.Kernel.Tenancy;
using CommunityLms.Mentoring.Contracting;
using CommunityLms.Mentoring.Data;
using CommunityLms.Mentoring.Programmes;
using CommunityLms.Workflows.Contracts;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Mentoring.Sample;

/// <summary>Brings the city's programme of pairing urban and rural teachers of English into the first sample institute, with some pairs that have just been made.</summary>
internal sealed class MentoringSample(MentoringDbContext db, IInstitutes institutes, ITeaching teaching, IOrganisation organisation, IPeople people, IRoles roles, IWorkflowLibrary workflows, ICurrentTenant tenant, TimeProvider clock)
    : IDataSeedContributor
{
    public const string WorkflowKey = "mentoring-contract";
    public const string AmendmentKey = "mentoring-amendment";
    private const int Begun = 12;

    public async Task Seed(bool sample, CancellationToken cancel)
    {
        if (!sample || (await institutes.All(cancel)) is not [var first, ..])
            return;
        using var _ = tenant.Change(first);
        if (await db.Programmes.AnyAsync(cancel))
            return;
        await workflows.Bring(WorkflowKey, "师徒结对合同", Drawing(WorkflowKey), cancel);
        await workflows.Bring(AmendmentKey, "合同变更", Drawing(AmendmentKey), cancel);
        var today = clock.Today();
        var english = (await teaching.Subjects(cancel)).Values.Single(s => s.Code == "ENG").Id;
        var input = new NewProgrammeInput { Forms = [.. ProgrammeWords.Forms.Except([PairingForms.OneSchool])], Name = "城乡英语教师结对", From = today.AddDays(-7), To = today.AddDays(350), MidtermOn = today.AddDays(170), SubjectIds = [english], WorkflowKey = WorkflowKey, AmendmentKey = AmendmentKey };
        var programme = new Programme(input.Plan());
        programme.Open();
        db.Add(programme);
        db.AddRange((await Pairs(programme, [english], mostTrainees: 1, cancel)).Take(Begun).Select(p => new Contract(programme, p.Mentor, p.Trainee, english)));
        db.AddRange(PairingSample.Of(programme, english, await organisation.Tree(cancel)));
        db.AddRange(await LastSemester(today, english, cancel));
        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
    }

    /// <summary>The pair who can sign in, and teachers of Chinese and mathematics: those of English are left to be paired.</summary>
    private async Task<IEnumerable<object>> LastSemester(DateOnly today, Guid english, CancellationToken cancel)
    {
        var others = (await teaching.Subjects(cancel)).Values.Where(s => s.Code is "CHI" or "MAT").OrderBy(s => s.Code, StringComparer.Ordinal).Select(s => s.Id).ToList();
        var (from, to) = (today.AddDays(-170), today.AddDays(-20));
        var middle = today.AddDays(-95);
        var programme = new Programme(new("城乡教师一对一结对（上学期）", from, to, MidtermOn: null, WorkflowKey, PairingForms.Usual, [english, .. others], [new("前半学期", from, middle), new("后半学期", middle.AddDays(1), to)], SemesterSample.Activities));
        programme.Open();
        var semester = new SemesterSample(programme, clock.GetUtcNow().UtcDateTime);
        var first = (await Pairs(programme, [english], Contract.MostTrainees, cancel)).Take(1).ToList();
        var pairs = first.Concat((await Pairs(programme, others, Contract.MostTrainees, cancel)).Where(p => !first.Exists(f => f.Trainee.PersonId == p.Trainee.PersonId))).Take(SemesterSample.Pairs).ToList();
        var names = await people.Find([.. pairs.SelectMany(p => new[] { p.Mentor.PersonId, p.Trainee.PersonId }).Distinct()], cancel);
        var records = pairs.SelectMany((p, i) => semester.Records(i, p.SubjectId, Named(p.Mentor), Named(p.Trainee))).ToList();
        programme.Close();
        return [programme, .. records];

        Signed Named(Party party) => new(party, names[party.PersonId].Name.Written);
    }

    /// <summary>The drawing as administrators would export it.</summary>
    public static string Drawing(string key)
    {
        using var file = new StreamReader(typeof(MentoringSample).Assembly.GetManifestResourceStream($"Workflow/{key}.bpmn")!);
        return file.ReadToEnd();
    }

    /// <summary>Teachers of urban schools with teachers of rural ones, subject by subject; those who can sign in first, leaders of a tutor group last among them, so that there is something to try.</summary>
    private async Task<IEnumerable<(Guid SubjectId, Party Mentor, Party Trainee)>> Pairs(Programme programme, IReadOnlyList<Guid> subjects, int mostTrainees, CancellationToken cancel)
    {
        var tree = await organisation.Tree(cancel);
        var posts = await teaching.PostsIn(subjects, programme.From, programme.To, cancel);
        var known = await people.Find([.. posts.Select(p => p.PersonId).Distinct()], cancel);
        var leaders = new HashSet<Guid>();
        foreach (var person in known.Values.Where(p => p.AccountId is not null))
            if ((await roles.HeldBy(person.Id, cancel)).Any(r => r.Role == UsualRoles.GroupLeader))
                leaders.Add(person.Id);
        var able = posts.Where(p => p.Covers(programme.From, programme.To)).Select(p => (p.PersonId, p.SubjectId, School: tree.Above(p.UnitId, UnitKind.School))).Where(p => p.School is not null)
            .DistinctBy(p => (p.PersonId, p.SubjectId)).OrderBy(p => known[p.PersonId].AccountId is null).ThenBy(p => leaders.Contains(p.PersonId)).ThenBy(p => p.PersonId)
            .ToLookup(p => (p.SubjectId, IsUrban: p.School!.Setting == UnitSetting.Urban), p => new Party(p.PersonId, p.School!.Id));
        // Each mentor once before any has a second trainee.
        return subjects.SelectMany(subject => Enumerable.Repeat(able[(subject, true)], mostTrainees).SelectMany(mentors => mentors).Zip(able[(subject, false)], (mentor, trainee) => (subject, mentor, trainee)));
    }
}
