namespace Rushes.Studio.Api.Requests;

/// <summary>The two ways to settle an unknown take.</summary>
internal enum SettleChoice
{
    /// <summary>Ask the provider once more; free of any risk.</summary>
    Check,

    /// <summary>Submit it again, which may be charged twice.</summary>
    SubmitAgain,
}
