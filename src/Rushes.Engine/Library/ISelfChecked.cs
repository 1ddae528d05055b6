namespace Rushes.Engine.Library;

/// <summary>What is read from a data file and may be wrong although it is well formed.</summary>
internal interface ISelfChecked
{
    /// <summary>What is wrong, in the language of the user and without a full stop; null: nothing.</summary>
    string? Fault { get; }
}
