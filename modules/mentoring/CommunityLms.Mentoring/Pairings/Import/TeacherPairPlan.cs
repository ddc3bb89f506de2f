using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Imports;
using CommunityLms.Kernel.Permissions;
using CommunityLms.Kernel.Tabular;
using CommunityLms.Mentoring.Contracting;
using CommunityLms.Mentoring.Programmes;

namespace CommunityLms.Mentoring.Pairings.Import;

/// <summary>Holds the rows of a file against the rules of a contract, as for a pair made by hand (<see cref="DraftContract"/>).</summary>
/// <param name="contracts">Those of these people that aren't over.</param>
/// <param name="mentors">The mentors of those contracts.</param>
/// <param name="known">The people whom the rows name, by staff number.</param>
/// <param name="posts">What those people teach.</param>
/// <param name="scope">Of whose schools the person may pair teachers.</param>
internal sealed class TeacherPairPlan(IReadOnlyList<Programme> programmes, IReadOnlyList<CurrentPair> contracts, IReadOnlyDictionary<Guid, PersonInfo> mentors, IReadOnlyList<SubjectInfo> subjects,
    IReadOnlyDictionary<string, PersonInfo> known, IReadOnlyList<TeachingPost> posts, OrganisationTree tree, UnitScope scope)
{
    private readonly ILookup<string, Programme> _programmes = programmes.ToLookup(p => p.Name, StringComparer.OrdinalIgnoreCase);
    private readonly ILookup<Guid, CurrentPair> _contracts = contracts.ToLookup(c => c.TraineeId);
    private readonly ILookup<Guid, CurrentPair> _taken = contracts.ToLookup(c => c.MentorId);
    private readonly Dictionary<(Guid Subject, Guid Mentor), int> _load = [];
    private readonly ILookup<Guid, TeachingPost> _posts = posts.ToLookup(p => p.PersonId);
    private readonly Dictionary<(Guid Programme, Guid Subject, Guid Trainee), int> _seen = [];

    public PlannedRow Plan(TypedRow row)
    {
        var label = $"{row.Text(TeacherPairColumns.Mentor)} → {row.Text(TeacherPairColumns.Trainee)}";
        List<CellProblem> problems = [.. row.Problems];
        var programme = row.Found(TeacherPairColumns.Programme, n => _programmes[n].FirstOrDefault(), PairingImportTexts.UnknownProgramme, problems);
        var subject = row.Found(TeacherPairColumns.Subject, subjects.Called, PairingImportTexts.UnknownSubject, problems);
        var mentor = row.Found(TeacherPairColumns.Mentor, known.GetValueOrDefault, TeacherPairImportTexts.UnknownNumber, problems);
        var trainee = row.Found(TeacherPairColumns.Trainee, known.GetValueOrDefault, TeacherPairImportTexts.UnknownNumber, problems);
        if (problems.Count > 0)
            return PlannedRow.Bad(row, label, problems);
        try
        {
            return Try(row, $"{mentor!.Name.Written} → {trainee!.Name.Written}", programme!, subject!.Id, mentor, trainee);
        }
        catch (RuleBroken broken)
        {
            return PlannedRow.Bad(row, label, [row.Problem(TeacherPairColumns.Of(broken.Rule), broken.Rule.Message, [.. broken.Args.Select(a => a ?? "")])]);
        }
    }

    private PlannedRow Try(TypedRow row, string label, Programme programme, Guid subject, PersonInfo mentor, PersonInfo trainee)
    {
        var others = _contracts[trainee.Id].Where(c => c.SubjectId == subject && c.From <= programme.To && c.To >= programme.From).ToList();
        if (others.Exists(c => c.ProgrammeId == programme.Id && c.MentorId == mentor.Id))
            return PlannedRow.ChangeOrSame(row, label, [], programme);
        if (others is [var other, ..])
            throw new RuleBroken(ContractRules.HasMentor, mentors.GetValueOrDefault(other.MentorId)?.Name.Written);
        var (guide, guided) = (PartyOf(mentor, subject, programme, TeacherPairColumns.Mentor), PartyOf(trainee, subject, programme, TeacherPairColumns.Trainee));
        _ = new Contract(programme, guide, guided, subject);
        if (!scope.Includes(guided.SchoolId))
            return PlannedRow.Bad(row, label, [row.Problem(TeacherPairColumns.Trainee, TeacherPairImportTexts.OutOfReach, tree.Find(guided.SchoolId)!.Name.Name)]);
        var taken = _taken[mentor.Id].Count(c => c.SubjectId == subject && c.From <= programme.To && c.To >= programme.From) + _load.GetValueOrDefault((subject, mentor.Id));
        if (taken >= Contract.MostTrainees)
            throw new RuleBroken(ContractRules.MentorIsFull, mentor.Name.Written, taken);
        _load[(subject, mentor.Id)] = _load.GetValueOrDefault((subject, mentor.Id)) + 1;
        return _seen.TryAdd((programme.Id, subject, trainee.Id), row.Number) ? PlannedRow.Add(row, label, new ImportedPair(programme.Id, mentor.Id, trainee.Id, subject))
            : PlannedRow.Bad(row, label, [row.Problem(TeacherPairColumns.Trainee, TeacherPairImportTexts.SecondMentor, _seen[(programme.Id, subject, trainee.Id)])]);
    }

    private Party PartyOf(PersonInfo person, Guid subject, Programme programme, TableColumn column) =>
        Eligibility.Party(person.Id, subject, programme.From, programme.To, _posts[person.Id], tree)
        ?? throw new RuleBroken(ContractRules.NotEmployed with { Field = column == TeacherPairColumns.Mentor ? "MentorId" : "TraineeId" }, person.Name.Written);
}
