using CommunityLms.Bench.Bare;
using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel;
using CommunityLms.Mentoring.Contracting;
using CommunityLms.Mentoring.Journey;
using CommunityLms.Mentoring.Monitoring;
using CommunityLms.Mentoring.Programmes;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Bench;

/// <summary>
/// Five thousand contracts of teachers who are there, with what they would have entered in a year: made by the module's own rules, stored
/// without its events, so that no workflow begins. Drawn with a fixed seed.
/// </summary>
internal sealed class PairedCity(Database database, Guid institute)
{
    private const string Name = "城乡教师结对";
    private const int Pairs = 5_000;
    private const int MostTrainees = 4;
    private const int SamplePairs = 12;
    private const int Batch = 50;
    private const int DaysGone = 365;
    private const int DaysLeft = 30;
    private const int DaysBetweenContacts = 14;
    private readonly Random _random = new(11);
    private readonly DateOnly _today = TimeProvider.System.Today();
    private readonly MentoringData _data = new(database, institute);

    private DateTime Start => _today.AddDays(-DaysGone).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);

    /// <summary>Fills it where that hasn't been done.</summary>
    /// <returns>The programme, its contracts and the rows of log and evidence.</returns>
    public async Task<(Guid Programme, int Contracts, int Rows)> Fill()
    {
        await using var db = _data.Open();
        if (!await db.Programmes.AnyAsync(p => p.Name == Name))
            await Make();
        await _data.CountTables();
        var id = await db.Programmes.Where(p => p.Name == Name).Select(p => p.Id).FirstAsync();
        return (id, await db.Contracts.CountAsync(c => c.ProgrammeId == id), await db.Contacts.CountAsync() + await db.Evidence.CountAsync());
    }

    private async Task Make()
    {
        var pairs = await Match();
        var programme = Programme([.. pairs.Select(p => p.SubjectId).Distinct()]);
        await _data.Save([programme]);
        foreach (var batch in pairs.Index().Chunk(Batch))
        {
            // The sample's pairs are under way, whoever else is not: their people are the ones who can sign in.
            var records = batch.SelectMany(p => Records(programme, p.Item, lot: p.Index < SamplePairs ? 50 : _random.Next(100))).ToList();
            await _data.Save(records);
        }
    }

    /// <summary>Urban teachers with rural ones of their subject; those of the sample who can sign in first.</summary>
    private async Task<IReadOnlyList<(Party Mentor, Party Trainee, Guid SubjectId)>> Match()
    {
        await using var city = new BareContext((DbContextOptions<BareContext>)database.Configure(new DbContextOptionsBuilder<BareContext>()).Options);
        var units = await city.Units.Where(u => u.TenantId == institute).ToDictionaryAsync(u => u.Id);
        var posts = (await city.Employments.Where(e => e.TenantId == institute && e.SubjectId != null).OrderBy(e => e.Id).ToListAsync()).DistinctBy(e => e.PersonId)
            .Select(e => (e.PersonId, Subject: e.SubjectId!.Value, School: School(units, e.UnitId))).Where(p => p.School is not null).ToList();
        await using var db = _data.Open();
        var sample = await db.Contracts.Select(c => new { c.MentorId, c.MentorSchoolId, c.TraineeId, c.TraineeSchoolId, c.SubjectId }).ToListAsync();
        var pairs = sample.Select(c => (new Party(c.MentorId, c.MentorSchoolId), new Party(c.TraineeId, c.TraineeSchoolId), c.SubjectId)).ToList();
        foreach (var subject in posts.GroupBy(p => p.Subject))
        {
            var mentors = subject.Where(p => p.School!.Setting == nameof(UnitSetting.Urban)).SelectMany(p => Enumerable.Repeat(p, MostTrainees));
            pairs.AddRange(mentors.Zip(subject.Where(p => p.School!.Setting != nameof(UnitSetting.Urban)), (m, t) => (new Party(m.PersonId, m.School!.Id), new Party(t.PersonId, t.School!.Id), subject.Key)));
        }
        return [.. pairs.Take(Pairs)];
    }

    internal static BareUnit? School(Dictionary<Guid, BareUnit> units, Guid unitId)
    {
        var unit = units.GetValueOrDefault(unitId);
        while (unit is not null && unit.Kind != nameof(UnitKind.School))
            unit = unit.ParentId is { } parent ? units.GetValueOrDefault(parent) : null;
        return unit;
    }

    private Programme Programme(List<Guid> subjects)
    {
        var programme = new Programme(new NewProgrammeInput { Name = Name, From = _today.AddDays(-DaysGone), To = _today.AddDays(DaysLeft), SubjectIds = subjects, WorkflowKey = "mentoring-contract", Forms = [PairingForms.OneDistrict] }.Plan());
        programme.Open();
        return programme;
    }

    /// <param name="lot">From 0 to 99: how far the contract has come.</param>
    private IEnumerable<object> Records(Programme programme, (Party Mentor, Party Trainee, Guid SubjectId) pair, int lot)
    {
        var contract = new Contract(programme, pair.Mentor, pair.Trainee, pair.SubjectId);
        var journey = new List<object>();
        foreach (var kind in Enum.GetValues<DecisionKind>())
            contract.Ask(Guid.CreateVersion7(), Enum.Parse<ContractStep>(kind.ToString()), 0, AskedBy.Workflow, Start);
        if (lot >= 5)
        {
            Agree(contract);
            Sign(contract);
        }
        if (lot >= 8)
        {
            contract.Activate(programme.From);
            contract.OpenStage(1, Start);
            journey.AddRange(LogOf(contract));
            journey.AddRange(EvidenceOf(programme, contract));
            Review(contract, lot < 80 ? 3 : 2);
        }
        if (lot >= 95)
            contract.Withdraw(WithdrawalReason.MovedSchool, _today);
        var pulse = new Pulse(contract.Id);
        var entered = journey.OfType<Evidence>().GroupBy(e => (e.Activity, e.By, IsAccepted: e.AcceptedAt is not null)).Select(g => new EnteredCount(g.Key.Activity, g.Key.By, g.Key.IsAccepted, g.Count()));
        pulse.Read(contract, journey.OfType<Contact>().Select(c => (DateOnly?)c.On).Max(), Quota.Of(programme, pair.SubjectId, entered));
        return [contract, pulse, .. journey];
    }

    private void Agree(Contract contract)
    {
        foreach (var kind in Enum.GetValues<DecisionKind>())
        {
            contract.Propose(kind, Side.Mentor, "两周一次到校听课，课后当面交流", kind == DecisionKind.Goal ? [.. contract.Stages.Select(s => new StageGoal(s.Number, "独立备课", "两份教案"))] : [], Start);
            contract.Agree(kind, 1, Side.Trainee, Start);
        }
    }

    private void Sign(Contract contract)
    {
        foreach (var (side, step) in new[] { (Side.Mentor, ContractStep.MentorSignature), (Side.Trainee, ContractStep.TraineeSignature) })
        {
            contract.Ask(Guid.CreateVersion7(), step, 0, AskedBy.Workflow, Start);
            contract.Sign(side, contract.AgreedText()!.Hash, new(side == Side.Mentor ? contract.MentorId : contract.TraineeId, "签字人"), Start);
        }
    }

    private void Review(Contract contract, int stages)
    {
        for (var number = 1; number <= stages; number++)
        {
            contract.OpenStage(number, Start);
            contract.Review(number, Side.Mentor, "按计划完成", Start);
            contract.Review(number, Side.Trainee, "收获很大", Start);
        }
    }

    private IEnumerable<Contact> LogOf(Contract contract)
    {
        for (var day = _random.Next(DaysBetweenContacts); day <= DaysGone; day += 1 + _random.Next(2 * DaysBetweenContacts))
            yield return new(contract, contract.TraineeId, new() { On = contract.From.AddDays(day), Kind = (ContactKind)_random.Next(5), Topic = "备课与课堂提问", Minutes = 10 + _random.Next(80) }, _today);
    }

    private IEnumerable<Evidence> EvidenceOf(Programme programme, Contract contract)
    {
        foreach (var side in Enum.GetValues<Side>())
            foreach (var activity in programme.AskedOf(side, contract.SubjectId))
                for (var i = _random.Next(activity.Times / 2 + 1); i < activity.Times; i++)
                {
                    var evidence = new Evidence(contract, activity, side, side == Side.Mentor ? contract.MentorId : contract.TraineeId,
                        new() { On = contract.From.AddDays(_random.Next(DaysGone)), Title = "三年级第二单元", Link = activity.Kind == ActivityKind.Paper ? "https://example.org/paper" : null }, [], _today);
                    if (_random.Next(10) > 0)
                        evidence.Accept(side == Side.Mentor ? Side.Trainee : Side.Mentor, Start);
                    yield return evidence;
                }
    }
}
