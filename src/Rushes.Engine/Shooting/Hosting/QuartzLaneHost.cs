using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Quartz;
using Rushes.Engine.Shooting.Lanes;

namespace Rushes.Engine.Shooting.Hosting;

/// <summary>
/// Hosts lanes with Quartz.NET: a job for each account with work and one for the supervisor, in Quartz's memory store. The books are the truth; after a
/// restart the supervisor finds the lanes again.
/// </summary>
public sealed class QuartzLaneHost(LaneCrew crew, LaneSupervisor supervisor, LaneFaults faults, ILoggerFactory logs) : ILaneHost
{
    private readonly SemaphoreSlim _starting = new(1);
    private IScheduler? _scheduler;

    public async Task StartAsync(CancellationToken cancellation)
    {
        await _starting.WaitAsync(cancellation);
        try
        {
            if (_scheduler is not null)
                return;
            var scheduler = await QuartzSchedulerBuilder.Create(Configure).BuildScheduler(cancellation);
            await scheduler.ScheduleJob(
                JobBuilder.Create<SupervisorJob>().WithIdentity("supervisor").Build(),
                TriggerBuilder.Create().StartNow().WithSimpleSchedule(rounds => rounds.WithInterval(LaneSupervisor.Round).RepeatForever()).Build(),
                cancellationToken: cancellation);
            await scheduler.Start(cancellation);
            _scheduler = scheduler;
        }
        finally
        {
            _starting.Release();
        }
    }

    public async Task EnsureRunningAsync(string account, CancellationToken cancellation)
    {
        var key = new JobKey(account, "lanes");
        if (_scheduler is not { } scheduler || await scheduler.Exists(key, cancellation))
            return;
        try
        {
            await scheduler.ScheduleJob(
                JobBuilder.Create<LaneJob>().WithIdentity(key).Build(), TriggerBuilder.Create().StartNow().Build(), cancellationToken: cancellation);
        }
        catch (ObjectAlreadyExistsException)
        {
            // Another round was faster.
        }
    }

    public Task SweepAsync(CancellationToken cancellation) => supervisor.SweepAsync(this, cancellation);

    public async ValueTask DisposeAsync()
    {
        if (_scheduler is { } scheduler)
            await scheduler.Shutdown(waitForJobsToComplete: true);
        _starting.Dispose();
    }

    private void Configure(IQuartzBuilder quartz)
    {
        quartz.ConfigureScheduler(options =>
        {
            options.InstanceName = "rushes-" + Guid.NewGuid().ToString("N");
            options.IdleWaitTime = TimeSpan.FromSeconds(1);
            options.MaxBatchSize = 20;
            options.ShutdownJobInterruption = ShutdownJobInterruption.Always;
        });
        quartz.UseInMemoryStore();

        // Lanes spend their time waiting; there may be as many as accounts.
        quartz.UseDefaultThreadPool(1000);
        quartz.Services.AddSingleton(logs);
        quartz.Services.AddSingleton(crew);
        quartz.Services.AddSingleton(faults);
        quartz.Services.AddSingleton<ILaneHost>(this);
    }

    [DisallowConcurrentExecution] // Only to save work: what protects money is the fence of the lane.
    private sealed class LaneJob(LaneCrew crew, LaneFaults faults) : IJob
    {
        public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellation = default)
        {
            var account = context.JobDetail.Key.Name;
            try
            {
                await crew.FilmAsync(account, cancellation);
                faults.Forget(account);
            }
            catch (Exception problem)
            {
                // Quartz would swallow it.
                faults.Report(account, problem);
            }
        }
    }

    [DisallowConcurrentExecution]
    private sealed class SupervisorJob(ILaneHost host, LaneFaults faults) : IJob
    {
        public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellation = default)
        {
            try
            {
                await host.SweepAsync(cancellation);
            }
            catch (Exception problem) when (!cancellation.IsCancellationRequested)
            {
                faults.Report("supervisor", problem);
            }
        }
    }
}
