using CommunityLms.Kernel.Domain;

namespace CommunityLms.Workflows.Forms.Filling;

/// <summary>What is said beside a question whose answer needs a change; {0} is the question.</summary>
internal static class AnswerRules
{
    public static readonly Rule Missing = new("“{0}” is missing.");
    public static readonly Rule NotAgreed = new("Tick “{0}”.");
    public static readonly Rule TooLong = new("“{0}” has up to {1} letters.");
    public static readonly Rule TooShort = new("“{0}” has {1} letters or more.");
    public static readonly Rule NotAsWanted = new("“{0}” isn’t written as it should be.");
    public static readonly Rule NoMail = new("“{0}” takes an e-mail address, for example name@example.org.");
    public static readonly Rule NoPhone = new("“{0}” takes a telephone number of digits, spaces and hyphens.");
    public static readonly Rule NoNumber = new("“{0}” takes a number, for example 12.5.");
    public static readonly Rule TooManyDigits = new("“{0}” has up to {1} decimal places.");
    public static readonly Rule TooLittle = new("“{0}” is {1} or more.");
    public static readonly Rule TooMuch = new("“{0}” is {1} or less.");
    public static readonly Rule NoDate = new("“{0}” takes a date, for example {1:d}.");
    public static readonly Rule NoTime = new("“{0}” takes a time, for example 14:30.");
    public static readonly Rule Past = new("“{0}” lies in the past. Choose a later one.");
    public static readonly Rule NoChoice = new("Choose one of the answers to “{0}”.");
    public static readonly Rule NoPerson = new("“{0}”: choose a person of the institute who hasn’t left.");
    public static readonly Rule NoUnit = new("“{0}”: choose a unit of the institute.");
    public static readonly Rule TooManyFiles = new("“{0}” takes up to {1} files.");
    public static readonly Rule NoSuchFile = new("“{0}”: the file isn’t there. Bring it again.");
    public static readonly Rule WrongFile = new("“{0}” takes files of these kinds: {1}.");
}
