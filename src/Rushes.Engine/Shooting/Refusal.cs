namespace Rushes.Engine.Shooting;

/// <summary>Why a provider said no, in the classes that the lanes act on.</summary>
/// <param name="Kind">The class.</param>
/// <param name="Words">The provider's own sentence, or ours.</param>
/// <param name="RetryAfter">When the provider named a time.</param>
public sealed record Refusal(RefusalKind Kind, string Words, TimeSpan? RetryAfter = null);
