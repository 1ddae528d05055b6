namespace Rushes.Engine.Shooting;

/// <summary>Enlarges clips on this machine, where the provider cannot.</summary>
public interface IEnlarger
{
    /// <summary>How it enlarges, in a word for a take's notes, such as <c>lanczos</c>.</summary>
    string Method { get; }

    /// <param name="clip">Absolute path of the clip; it is only read.</param>
    /// <param name="part">Where the larger one grows; the name ends in <c>.mp4.part</c>.</param>
    /// <param name="shortSide">Pixels that the shorter side is to have.</param>
    Task<Enlargement> EnlargeAsync(string clip, string part, int shortSide, CancellationToken cancellation);
}
