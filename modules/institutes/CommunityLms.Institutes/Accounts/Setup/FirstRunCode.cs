using System.Security.Cryptography;
using System.Text;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Modularity;
using Microsoft.Extensions.Logging;

namespace CommunityLms.Institutes.Accounts.Setup;

/// <summary>The one-time code that whoever can read the log proves to look after the installation. It lives in this process until it is used.</summary>
internal sealed class FirstRunCode(ILogger<FirstRunCode> log) : ISingletonDependency, IDisposable
{
    public const string Page = "/account/first-run";

    /// <summary>Without letters and digits that are mistaken for one another.</summary>
    private const string Alphabet = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
    private const int Length = 12;
    private static readonly Rule WrongCode = new("This is not the code in the log of this start.", "Code");
    private static readonly Rule SetUpAlready = new("The installation is set up already. Sign in instead.");

    private readonly SemaphoreSlim _oneAtATime = new(1);
    private string? _code;

    /// <summary>Whether the first account is still missing.</summary>
    public bool IsOpen => _code is not null;

    /// <summary>Makes the code and writes it into the log.</summary>
    public void Announce()
    {
        _code = RandomNumberGenerator.GetString(Alphabet, Length);
        log.LogWarning("There is no account yet. Open {Page} and enter this code: {Code}", Page, _code);
    }

    /// <summary>Does the work the code opens, once.</summary>
    /// <exception cref="RuleBroken">The code is wrong or used up.</exception>
    public async Task Use(string code, Func<Task> work, CancellationToken cancel)
    {
        await _oneAtATime.WaitAsync(cancel);
        try
        {
            if (_code is null)
                throw new RuleBroken(SetUpAlready);
            if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(code.Trim().ToUpperInvariant()), Encoding.UTF8.GetBytes(_code)))
                throw new RuleBroken(WrongCode);
            await work();
            _code = null;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    public void Dispose() => _oneAtATime.Dispose();
}
