using Rushes.Engine.Shooting;
using Rushes.Film.Takes;

namespace Rushes.Engine.Writing.LanguageModels;

/// <summary>Why a question to a language model brought no answer.</summary>
public abstract record ChatFailure
{
    private ChatFailure()
    {
    }

    public abstract Trouble Trouble { get; }

    /// <summary>The service said no; nothing was written.</summary>
    public sealed record Refused(Refusal Refusal) : ChatFailure
    {
        public override Trouble Trouble => Troubles.Of(Refusal);
    }

    /// <summary>It did not leave this machine.</summary>
    public sealed record NeverSent(string Reason) : ChatFailure
    {
        public override Trouble Trouble => new(Troubles.Unsent, Reason);
    }

    /// <summary>It left, and the answer broke off or never came: it may have been charged.</summary>
    public sealed record Lost(string Reason) : ChatFailure
    {
        public override Trouble Trouble => new(Troubles.Lost, Reason);
    }
}
