using Microsoft.Extensions.Logging;
using Rushes.Engine.Accounts;
using Rushes.Engine.Library;
using Rushes.Engine.Shooting.Books;
using Rushes.Film.Accounts;

namespace Rushes.Engine.Shooting.Lanes;

/// <summary>What every lane of this process works with: the ports of the engine, and what lanes share.</summary>
public sealed class LaneTools(
    IStudioStore store,
    VideoProviders providers,
    ITakeFiles files,
    IClipCheck clipCheck,
    IEnlarger enlarger,
    IPresence me,
    TimeProvider time,
    LaneOptions options,
    ILoggerFactory logs,
    ModelBook? prices = null,
    AccountKinds? kinds = null,
    ILastFrames? lastFrames = null)
{
    public IStudioStore Store => store;

    public VideoProviders Providers => providers;

    public ITakeFiles Files => files;

    public IClipCheck ClipCheck => clipCheck;

    public IEnlarger Enlarger => enlarger;

    public IPresence Me => me;

    public TimeProvider Time => time;

    public LaneOptions Options => options;

    /// <summary>What a take costs where the provider does not say it; null: nothing is known.</summary>
    internal ModelBook? Prices => prices;

    /// <summary>Least time between two polls of the same operation: the account's own word, else the provider's as data has it, else its traits.</summary>
    internal TimeSpan PollSpacingOf(Account account, ProviderTraits traits) =>
        (account.Limits.PollSpacingMs ?? kinds?.Find(account.Provider)?.PollSpacingMs) is { } milliseconds
            ? TimeSpan.FromMilliseconds(milliseconds)
            : traits.PollSpacing;

    /// <summary>Null: scenes are not chained.</summary>
    internal ILastFrames? LastFrames => lastFrames;

    internal ILogger Log { get; } = logs.CreateLogger("Rushes.Lanes");

    internal AnswerTable Answers { get; } = new(options);

    internal Turnstile Downloads { get; } = new(options.Downloads);

    internal Turnstile Upscales { get; } = new(options.Upscales);
}
