using Microsoft.Extensions.Logging;
using Rushes.Engine.Library;
using Rushes.Engine.Shooting.Books;

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
    ModelBook? prices = null)
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

    internal ILogger Log { get; } = logs.CreateLogger("Rushes.Lanes");

    internal AnswerTable Answers { get; } = new(options);

    internal Turnstile Downloads { get; } = new(options.Downloads);

    internal Turnstile Upscales { get; } = new(options.Upscales);
}
