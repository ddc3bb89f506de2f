namespace CommunityLms.Workflows.Engine.Feel;

/// <summary>Every message of FEEL, as the key of its translations.</summary>
internal static class FeelTexts
{
    // What is wrong with a text.
    public const string UnexpectedCharacter = "{0} has no meaning here.";
    public const string TypographicQuote = "A text stands between straight quotation marks: \" instead of {0}.";
    public const string TextNotClosed = "The closing \" of this text is missing.";
    public const string CommentNotClosed = "The closing */ of this comment is missing.";
    public const string NumberTooLarge = "The number {0} is too large.";
    public const string ValueExpected = "A value is missing here.";
    public const string ValueExpectedBefore = "A value is missing before {0}.";
    public const string TokenExpected = "{0} is missing here.";
    public const string TokenExpectedBefore = "{0} is missing before {1}.";
    public const string NameExpected = "A name is missing here.";
    public const string TypeExpected = "The name of a type is missing here.";
    public const string NothingMoreExpected = "The expression ends before {0}; an operator is missing, or {0} is too much.";
    public const string NotADate = "{0} is no date, time or duration.";
    public const string NamedTwice = "{0} is given twice.";
    public const string TooDeep = "The expression is nested too deeply.";
    public const string TooLong = "The expression is longer than {0} characters.";

    // What made a part null.
    public const string UnknownName = "There is no {0}.";
    public const string FullWidthName = "There is no {0}: {1} is a full-width sign; the operator is {2}.";
    public const string UnknownEntry = "There is no entry {0} in this context.";
    public const string NoProperty = "A {0} has no {1}.";
    public const string NotDefinedFor = "{0} {1} {2} isn't defined.";
    public const string NotComparable = "A {0} and a {1} can't be compared.";
    public const string NotBoolean = "The condition is a {0}, not true or false.";
    public const string DividedByZero = "Division by zero.";
    public const string NumberOutOfRange = "The result is beyond the largest number.";
    public const string DateOutOfRange = "The result is no date of the calendar.";
    public const string NotIterable = "A {0} can't be gone through; a list is needed.";
    public const string BadIteration = "A loop runs between two whole numbers or two dates.";
    public const string BadRange = "The range has no ends that can be compared, or begins after its end.";
    public const string BadIndex = "The list has no item {0}.";
    public const string BadFilter = "A list is filtered by a condition or a position, not by a {0}.";
    public const string UnknownType = "There is no type {0}.";
    public const string NotAFunction = "{0} is no function.";
    public const string WrongArguments = "{0} isn't called with these arguments.";
    public const string ArgumentIsNull = "{1} of {0} is null.";
    public const string ArgumentHasType = "{1} of {0} is a {2}.";
    public const string ArgumentOutOfDomain = "{1} of {0} can't be {2}.";
    public const string BadPattern = "{0} is no regular expression.";
    public const string PatternTooSlow = "The regular expression {0} takes too long.";
    public const string ExternalFunction = "Functions outside FEEL aren't called.";
    public const string ItemsNotComparable = "The items can't be compared.";

    // What ended an evaluation.
    public const string NestedTooDeeply = "The evaluation was ended: functions call each other too deeply.";
    public const string TooManySteps = "The evaluation was ended: it takes too many steps.";
    public const string TooManyItems = "The evaluation was ended: a list or context becomes too large.";
    public const string TextTooLong = "The evaluation was ended: a text becomes too long.";
}
