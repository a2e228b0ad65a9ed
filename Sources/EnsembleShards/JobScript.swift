/// A job file for an engine that somebody has already: it starts `mengpaneel ensemble shard` once for each shard.
public struct JobScript: Sendable, Hashable {
    /// The engines.
    public enum Engine: String, Sendable, Hashable, CaseIterable {
        /// Slurm, as a job array.
        case slurm
        /// Kubernetes, as an Indexed Job.
        case kubernetes
        /// GNU parallel, on one machine.
        case parallel
    }

    /// The engine.
    public var engine: Engine
    /// The folder of the plan, as the machines see it.
    public var plan: String
    /// The project file, as the machines see it.
    public var project: String
    /// How many shards the plan has; nil for a file that serves any plan.
    public var shards: Int?
    /// The container image, for Kubernetes.
    public var image: String

    /// Makes a job file.
    public init(
        engine: Engine, plan: String, project: String, shards: Int? = nil, image: String = "mengpaneel"
    ) {
        self.engine = engine
        self.plan = plan
        self.project = project
        self.shards = shards
        self.image = image
    }

    /// The file.
    public var text: String {
        switch engine {
        case .slurm: slurm
        case .kubernetes: kubernetes
        case .parallel: parallel
        }
    }

    private var slurm: String {
        let array = shards.map { "#SBATCH --array=0-\($0 - 1)\n" } ?? ""
        return """
            #!/usr/bin/env bash
            # Computes the shards of a plan as a Slurm array. Written by `mengpaneel ensemble script slurm`.
            #   job=$(sbatch --parsable --array="$(mengpaneel ensemble missing PLAN)" slurm.sh PLAN PROJECT)
            #   sbatch --dependency=afterany:"$job" --wrap 'mengpaneel ensemble merge PLAN --project PROJECT --csv outcomes.csv'
            # The first line once more computes only what is still missing. Above 1,001 shards Slurm's own MaxArraySize
            # must be higher.
            #SBATCH --job-name=mengpaneel
            \(array)#SBATCH --ntasks=1
            #SBATCH --cpus-per-task=1
            #SBATCH --requeue
            #SBATCH --open-mode=append
            # A minute before its time is over the shard is told, and ends in good order.
            #SBATCH --signal=B:TERM@60
            set -uo pipefail
            default_plan=\(Self.shell(plan))
            default_project=\(Self.shell(project))
            asked=no
            "${MENGPANEEL:-mengpaneel}" ensemble shard "${1:-$default_plan}" --project "${2:-$default_project}" \\
              --threads "${SLURM_CPUS_PER_TASK:-1}" &
            shard=$!
            trap 'asked=yes; kill -TERM "$shard" 2>/dev/null' TERM
            wait "$shard"
            status=$?
            # A signal ends the wait, not yet the shard.
            if [ "$asked" = yes ]; then
              wait "$shard"
              status=$?
            fi
            # 75: another try goes on where this one stopped. A full disk gives 75 too, so not for ever.
            if [ "$status" -eq 75 ] && [ "${SLURM_RESTART_COUNT:-0}" -lt 5 ]; then
              scontrol requeue "${SLURM_ARRAY_JOB_ID}_${SLURM_ARRAY_TASK_ID}"
            fi
            exit "$status"

            """
    }

    private var kubernetes: String {
        """
        # Computes the shards of a plan as a Kubernetes Indexed Job (1.33 or newer). Written by
        # `mengpaneel ensemble script kubernetes`.
        #   completions: the number of shards that `mengpaneel ensemble plan` named
        # Plan and project lie on the volume claim "mengpaneel", which all nodes can write to. When the job is done,
        # `mengpaneel ensemble merge` puts the shards together; the job once more computes only what is missing.
        apiVersion: batch/v1
        kind: Job
        metadata:
          name: mengpaneel-ensemble
        spec:
          completionMode: Indexed
          completions: \(shards ?? 100)
          parallelism: \(min(shards ?? 10, 10))
          # 75 is counted: a full disk gives it again and again.
          backoffLimitPerIndex: 5
          podFailurePolicy:
            rules:
              # 42: no other try can do better.
              - action: FailIndex
                onExitCodes:
                  containerName: shard
                  operator: In
                  values: [42]
              # A node that is drained or lost is no failure of the shard.
              - action: Ignore
                onPodConditions:
                  - type: DisruptionTarget
                    status: "True"
          template:
            spec:
              restartPolicy: Never
              terminationGracePeriodSeconds: 60
              containers:
                - name: shard
                  image: \(Self.quoted(image))
                  command:
                    - mengpaneel
                    - ensemble
                    - shard
                    - \(Self.quoted(plan))
                    - --project
                    - \(Self.quoted(project))
                    - --threads
                    - "1"
                  resources:
                    requests:
                      cpu: "1"
                      memory: 1Gi
                  volumeMounts:
                    - name: data
                      mountPath: /data
              volumes:
                - name: data
                  persistentVolumeClaim:
                    claimName: mengpaneel

        """
    }

    private var parallel: String {
        """
        #!/usr/bin/env bash
        # Computes the shards of a plan with GNU parallel on one machine. Written by `mengpaneel ensemble script parallel`.
        #   parallel.sh PLAN PROJECT
        # Once more computes only what is still missing; JOBS sets how many shards at the same time.
        set -uo pipefail
        default_plan=\(Self.shell(plan))
        default_project=\(Self.shell(project))
        plan=${1:-$default_plan}
        project=${2:-$default_project}
        program=${MENGPANEEL:-mengpaneel}
        missing=$("$program" ensemble missing "$plan" --format lines)
        case $? in
          0) exit 0 ;;
          1) ;;
          *) exit 1 ;;
        esac
        # 60 seconds to end in good order, then the end.
        parallel --jobs "${JOBS:-$(nproc)}" --retries 3 --termseq TERM,60000,KILL,25 \\
          "$program" ensemble shard "$plan" --project "$project" --threads 1 --index {} <<< "$missing"

        """
    }

    /// A word for a shell.
    private static func shell(_ text: String) -> String {
        "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
    }

    /// A text for YAML, between double quotes.
    private static func quoted(_ text: String) -> String {
        var result = "\""
        for letter in text.unicodeScalars {
            switch letter {
            case "\"", "\\": result += "\\" + String(letter)
            case _ where letter.value < 32: result += "\\x" + Hexadecimal.text([UInt8(letter.value)])
            default: result.unicodeScalars.append(letter)
            }
        }
        return result + "\""
    }
}
