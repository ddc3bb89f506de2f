using CommunityLms.Workflows.Engine.Bpmn;
using CommunityLms.Workflows.Engine.Feel;
using CommunityLms.Workflows.Engine.Feel.Values;

namespace CommunityLms.Workflows.Engine.Execution;

/// <summary>When a timer start event begins cases (clause 10.5.2): once at a moment, or again and again. No case runs yet, so the runtime keeps it.</summary>
/// <param name="Due">The next time.</param>
/// <param name="Every">The length of a cycle; null when it is once.</param>
/// <param name="Left">How often it may still happen, this time included; null for without end.</param>
public sealed record StartSchedule(DateTimeOffset Due, FeelValue? Every, int? Left)
{
    private const decimal ShortestSeconds = 60;

    /// <returns>Null when the expression gives no time within a hundred years, or a cycle shorter than a minute.</returns>
    public static StartSchedule? First(TimerTrigger trigger, DateTimeOffset now)
    {
        var value = trigger.When.Evaluate(new Dictionary<string, FeelValue>(StringComparer.Ordinal), new FeelEnvironment(now)).Value;
        if (trigger.Kind == TimerKind.WorkingDays || (trigger.Kind == TimerKind.Cycle && value is FeelDaysDuration { Seconds: < ShortestSeconds }))
            return null;
        var due = trigger.Kind == TimerKind.Date ? Moments.Of(value) : Moments.Later(now, value);
        if (due is not { } first || first > now.AddYears(Moments.FarthestYears))
            return null;
        return trigger.Kind == TimerKind.Cycle ? new(first, value, trigger.Times) : new(first, null, 1);
    }

    /// <summary>The time after this one, counted from when this one was due, so that it doesn't drift; null when it was the last.</summary>
    public StartSchedule? Next() =>
        Every is not null && (Left - 1) is null or > 0 && Moments.Later(Due, Every!) is { } next ? new(next, Every, Left - 1) : null;
}
