using CommunityLms.Mentoring.Contracting;
using CommunityLms.Mentoring.Journey;
using CommunityLms.Mentoring.Monitoring;
using CommunityLms.Mentoring.Programmes;

namespace CommunityLms.Mentoring.Sample;

/// <summary>
/// Sixty rural teachers who were paired one by one last semester (the number of the city's account, P23), with all they entered. What each pair
/// did follows from its place in the list, so that every figure of the programme can be worked out by hand; the rules of the module made it,
/// and its events are left out: nothing of it begins any more.
/// </summary>
internal sealed class SemesterSample(Programme programme, DateTime now)
{
    public const int Pairs = 60;
    public const int Visits = 8;
    public const int Calls = 4;
    public const int VisitMinutes = 90;
    public const int CallMinutes = 20;

    /// <summary>Every so many pairs one ended early, when its trainee moved.</summary>
    public const int MovedEvery = 20;

    /// <summary>Every so many pairs the mentor wrote a paper as well; of the others it stayed undone.</summary>
    public const int MentorWroteEvery = 3;
    private const string MentorsPaper = "导师论文";
    private const int PaperCharacters = 2000;
    private const string Paper = "课堂提问要从学生的生活出发，先观察，再追问，最后让学生自己归纳。";

    private static readonly string[] s_topics = ["备课：Unit 2 Animals", "课堂提问", "板书与节奏", "小组活动怎样组织", "作业批改", "论文选题", "公开课试教", "学期总结"];

    /// <summary>What one side or both had to do, by the kinds of P7.</summary>
    public static IReadOnlyList<ActivityPlan> Activities { get; } =
    [
        new("互听课", ActivityKind.LessonHeard, 8), new("公开课", ActivityKind.LessonShown, 2, Side.Trainee), new("示范课", ActivityKind.LessonShown, 2, Side.Mentor),
        new("论文", ActivityKind.Paper, 1, Side.Trainee, MinimumCharacters: PaperCharacters), new(MentorsPaper, ActivityKind.Paper, 1, Side.Mentor, MinimumCharacters: PaperCharacters), new("推荐好书", ActivityKind.Book, 1, Side.Mentor), new("下乡指导", ActivityKind.Visit, 4, Side.Mentor),
    ];

    /// <summary>The contract of the n-th pair with its log, its evidence and what monitoring reads from them.</summary>
    public IEnumerable<object> Records(int number, Guid subjectId, Signed mentor, Signed trainee)
    {
        var contract = new Contract(programme, mentor.Party, trainee.Party, subjectId);
        Sign(contract, mentor, trainee);
        contract.Activate(programme.From);
        List<Contact> contacts = [.. LogOf(contract)];
        List<Evidence> evidence = [.. EvidenceOf(contract, number)];
        foreach (var stage in contract.Stages)
        {
            contract.OpenStage(stage.Number, At(stage.From));
            contract.Review(stage.Number, Side.Mentor, "教案能独立完成，提问还可以更开放。", At(stage.To));
            contract.Review(stage.Number, Side.Trainee, "听了导师的课，学会了怎样追问。", At(stage.To));
        }
        if (number % MovedEvery == MovedEvery - 1)
            contract.Withdraw(WithdrawalReason.MovedSchool, programme.To);
        else
        {
            contract.Ask(Guid.CreateVersion7(), ContractStep.FinalReview, 0, AskedBy.Workflow, At(programme.To));
            contract.Conclude(Side.Mentor, "一学期来，她已能独立上好公开课。", At(programme.To));
            contract.Conclude(Side.Trainee, "我敢提问了，学生也敢说了。", At(programme.To));
            contract.Complete(programme.To);
        }
        var pulse = new Pulse(contract.Id);
        pulse.Read(contract, contacts.Max(c => c.On), Quota.Of(programme, subjectId, evidence.GroupBy(e => (e.Activity, e.By)).Select(g => new EnteredCount(g.Key.Activity, g.Key.By, IsAccepted: true, g.Count()))));
        contract.ForgetEvents();
        contacts.ForEach(c => c.ForgetEvents());
        evidence.ForEach(e => e.ForgetEvents());
        return [contract, pulse, .. contacts, .. evidence];
    }

    private void Sign(Contract contract, Signed mentor, Signed trainee)
    {
        var first = At(programme.From);
        foreach (var (kind, text) in new[] { (DecisionKind.Goal, "一学期内能独立上好英语口语课"), (DecisionKind.Time, "每两周一次到校，其余电话联系"), (DecisionKind.Theme, "课堂提问"), (DecisionKind.Method, "互听课，同上一节课") })
        {
            contract.Ask(Guid.CreateVersion7(), Enum.Parse<ContractStep>(kind.ToString()), 0, AskedBy.Workflow, first);
            contract.Propose(kind, Side.Mentor, text, kind == DecisionKind.Goal ? [.. contract.Stages.Select(s => new StageGoal(s.Number, "独立备课、上课", "两份教案，一节公开课"))] : [], first);
            contract.Agree(kind, 1, Side.Trainee, first);
        }
        foreach (var (side, signed, step) in new[] { (Side.Mentor, mentor, ContractStep.MentorSignature), (Side.Trainee, trainee, ContractStep.TraineeSignature) })
        {
            contract.Ask(Guid.CreateVersion7(), step, 0, AskedBy.Workflow, first);
            contract.Sign(side, contract.AgreedText()!.Hash, new(signed.Party.PersonId, signed.Name), first);
        }
    }

    private IEnumerable<Contact> LogOf(Contract contract)
    {
        for (var i = 0; i < Visits + Calls; i++)
        {
            var isVisit = i < Visits;
            yield return new(contract, contract.MentorId, new()
            {
                On = Day(i, Visits + Calls), Kind = isVisit ? ContactKind.Visit : ContactKind.Call, Minutes = isVisit ? VisitMinutes : CallMinutes, Topic = s_topics[i % s_topics.Length],
            }, programme.To);
        }
    }

    private IEnumerable<Evidence> EvidenceOf(Contract contract, int number)
    {
        foreach (var activity in programme.Activities.Where(a => a.Name != MentorsPaper || number % MentorWroteEvery == 0).OrderBy(a => a.Number))
            foreach (var side in Enum.GetValues<Side>().Where(s => activity.Side is null || activity.Side == s))
                for (var i = 0; i < activity.Times; i++)
                    yield return Accepted(contract, activity, side, i);
    }

    private Evidence Accepted(Contract contract, RequiredActivity activity, Side side, int i)
    {
        var text = activity.Kind == ActivityKind.Paper ? string.Concat(Enumerable.Repeat(Paper, (PaperCharacters / Paper.Length) + 1)) : null;
        var evidence = new Evidence(contract, activity, side, side == Side.Mentor ? contract.MentorId : contract.TraineeId, new() { On = Day(i, activity.Times), Title = s_topics[i % s_topics.Length], Text = text }, [], programme.To);
        evidence.Accept(side == Side.Mentor ? Side.Trainee : Side.Mentor, now);
        return evidence;
    }

    /// <summary>The i-th of so many days spread over the semester.</summary>
    private DateOnly Day(int i, int of) => programme.From.AddDays((programme.To.DayNumber - programme.From.DayNumber) * i / of);

    private static DateTime At(DateOnly day) => day.ToDateTime(new(8, 0), DateTimeKind.Utc);
}

/// <summary>A side and the name it signs with.</summary>
internal sealed record Signed(Party Party, string Name);
