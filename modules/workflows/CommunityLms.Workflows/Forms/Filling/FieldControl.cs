using System.Globalization;
using CommunityLms.Workflows.Forms.Schema;

namespace CommunityLms.Workflows.Forms.Filling;

/// <summary>The control of a question that is answered with text, a number or a time, as browsers want its attributes; null leaves one out.</summary>
internal sealed record FieldControl(string Label, string? Type, int Rows = 0, string? Step = null, string? Least = null, string? Most = null, string? Longest = null, string? Keyboard = null)
{
    private const int RowsOfLongText = 4;

    public static FieldControl Of(PlacedField field) => field.Field switch
    {
        TextField { IsLong: true } text => new(field.Label, null, RowsOfLongText, Longest: Written(field.Scope.Number(text.Longest))),
        TextField text => new(field.Label, text.Kind switch { TextKind.Email => "email", TextKind.Phone => "tel", _ => "text" }, Longest: Written(field.Scope.Number(text.Longest))),
        NumberField number => new(Labelled(field, number), "number", Step: Written(number.Step) ?? (number.Digits is { } digits ? StepOf(digits) : "any"),
            Least: Written(field.Scope.Number(number.Least)), Most: Written(field.Scope.Number(number.Most)), Keyboard: "decimal"),
        MomentField { Kind: MomentKind.Date } => new(field.Label, "date"),
        MomentField { Kind: MomentKind.Time } => new(field.Label, "time"),
        _ => new(field.Label, "datetime-local"),
    };

    private static string Labelled(PlacedField field, NumberField number) => number.Unit.Say(field.Scope) is { Length: > 0 } unit ? $"{field.Label} ({unit})" : field.Label;

    private static string StepOf(int digits) => digits == 0 ? "1" : "0." + new string('0', digits - 1) + "1";

    private static string? Written(decimal? number) => number?.ToString(CultureInfo.InvariantCulture);
}
