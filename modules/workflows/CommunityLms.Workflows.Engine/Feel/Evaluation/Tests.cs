using CommunityLms.Workflows.Engine.Feel.Values;

namespace CommunityLms.Workflows.Engine.Feel.Evaluation;

/// <summary>Unary tests and three-valued logic (DMN 1.5, 10.3.2.15, tables 49, 50 and 55).</summary>
internal static class Tests
{
    public static bool? Satisfies(FeelValue tested, FeelValue test, FeelRun run)
    {
        run.Spend(test.Weight / 8);
        return test switch
        {
            FeelRange range when tested is not FeelRange => range.Includes(tested),
            FeelList list => Contains(list, tested),
            _ => FeelComparison.Equal(tested, test),
        };
    }

    public static bool? Or(bool? left, bool? right) => left == true || right == true ? true : left is null || right is null ? null : false;

    public static bool? And(bool? left, bool? right) => left == false || right == false ? false : left is null || right is null ? null : true;

    /// <summary>A truth value, or null for everything else.</summary>
    public static bool? Truth(FeelValue value) => value is FeelBoolean boolean ? boolean.Value : null;

    private static bool? Contains(FeelList list, FeelValue tested)
    {
        foreach (var item in list.Items)
        {
            if ((item is FeelRange range && tested is not FeelRange ? range.Includes(tested) : FeelComparison.Equal(item, tested)) == true)
                return true;
        }

        return tested is FeelList && FeelComparison.Equal(tested, list) == true;
    }
}
