using Rushes.Bench;

if (!OperatingSystem.IsLinux())
{
    Console.Error.WriteLine("The benches read /proc: they run on Linux.");
    return 4;
}

return args switch
{
    ["film", .. var rest] => await FilmBench.RunAsync(rest),
    ["cut", .. var rest] => await CutBench.RunAsync(rest),
    ["makespan", .. var rest] => await MakespanBench.RunAsync(rest),
    ["kills", .. var rest] => await KillsBench.RunAsync(rest),
    ["lanes", .. var rest] => await LanesBench.RunAsync(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("bench/film [SECONDS...]    CPU and memory of a finished animatic film, beside a plain ffmpeg encode of its frames");
    Console.Error.WriteLine("bench/cut [SECONDS...]     from the last clip to the film, for films of several lengths");
    Console.Error.WriteLine("bench/makespan [RUNS]      ten scenes on several accounts: engine, floor, static round-robin, the older program");
    Console.Error.WriteLine("bench/kills [KILLS [SEED]] a filming process killed at random moments and taken up again");
    Console.Error.WriteLine("bench/lanes [SCENES]       what the engine itself costs: many scenes at once, many operations outstanding");
    return 2;
}
