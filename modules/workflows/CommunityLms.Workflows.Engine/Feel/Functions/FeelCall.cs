using CommunityLms.Workflows.Engine.Feel.Evaluation;
using CommunityLms.Workflows.Engine.Feel.Values;

namespace CommunityLms.Workflows.Engine.Feel.Functions;

/// <summary>A call of a built-in function whose arguments suit the signature.</summary>
internal readonly record struct FeelCall(Builtin Function, Signature Signature, FeelValue[] Values, FeelRun Run, FeelNode At)
{
    public int Count => Values.Length;

    public FeelValue this[int index] => Values[index];

    public bool Has(int index) => !Values[index].IsNull;

    public string Text(int index) => ((FeelString)Values[index]).Value;

    public decimal Number(int index) => ((FeelNumber)Values[index]).Value;

    public FeelList List(int index) => (FeelList)Values[index];

    public FeelContext Context(int index) => (FeelContext)Values[index];

    public FeelRange Range(int index) => (FeelRange)Values[index];

    /// <summary>The argument as a whole number; false where it has a fraction.</summary>
    public bool TryWhole(int index, out int whole) => ((FeelNumber)Values[index]).TryWhole(out whole);

    /// <summary>Null, because this argument is outside the function's domain.</summary>
    public FeelValue Refuse(int index)
    {
        var parameter = Signature.Parameters[Math.Min(index, Signature.Parameters.Count - 1)];
        return Warn(FeelTexts.ArgumentOutOfDomain, Function.Name, parameter.Name, Shorten(Values[index]));
    }

    public FeelValue Warn(string text, params ReadOnlySpan<string> arguments) => Run.Warn(At, text, arguments);

    /// <summary>Calls a function that was given as an argument.</summary>
    public FeelValue Apply(int index, params FeelValue[] arguments)
    {
        Run.Enter();
        var value = ((FeelFunction)Values[index]).Apply(new(arguments, Names: null), Run, At);
        Run.Leave();
        return value;
    }

    private static string Shorten(FeelValue value)
    {
        const int Longest = 60;
        if (value.Weight > Longest)
            return Syntax.FeelTypes.NameOf(value);
        var text = value.ToString();
        return text.Length <= Longest ? text : text[..Longest] + "…";
    }
}
